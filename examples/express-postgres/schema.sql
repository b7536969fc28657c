CREATE TABLE people (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consent uuid NOT NULL UNIQUE REFERENCES ipsm_consent.record,
  name text NOT NULL,
  email text NOT NULL
);
