-- Create a table labels, unless it is already there:
--   id    INT, the primary key, numbered by the server
--   name  VARCHAR(40), never NULL, never the same twice

-- TODO: write the statement
