-- List the tables of the current database.

-- TODO: fill in the blank
SHOW ___;
