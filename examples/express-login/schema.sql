CREATE TABLE people (
  -- what records and the ledger call the person: opaque, and never another one's
  subject uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  login text NOT NULL UNIQUE,
  password text NOT NULL,
  name text NOT NULL,
  email text NOT NULL
);
