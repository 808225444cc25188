-- Make a table labels, unless it is there:
--   id    INT, the primary key, numbered by the server
--   name  VARCHAR(40), never NULL, never twice

-- TODO: write the statement
