-- For Postgres. Nothing in these tables is ever changed or removed: give the application's role SELECT and INSERT, and no more.
CREATE TABLE consents (
  id char(36) PRIMARY KEY,
  entry text NOT NULL,
  same_person char(64) NOT NULL,
  received varchar(24) NOT NULL
);

-- What a registration was answered, for whoever sends it again.
CREATE TABLE answers (
  consent char(36) PRIMARY KEY REFERENCES consents,
  answer text NOT NULL
);

CREATE TABLE people (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consent char(36) NOT NULL REFERENCES consents,
  name varchar(254) NOT NULL,
  email varchar(254) NOT NULL
);
