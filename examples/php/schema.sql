-- Nothing in it is ever changed or removed but `answer`, which is filled in once; give the application's role no more.
CREATE TABLE consents (
  id char(36) PRIMARY KEY,
  entry text NOT NULL,
  same_person char(64) NOT NULL,
  received varchar(24) NOT NULL,
  answer text
);

CREATE TABLE people (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consent char(36) NOT NULL REFERENCES consents,
  name varchar(254) NOT NULL,
  email varchar(254) NOT NULL
);
