-- Create a table ratings:
--   message_id  INT, the primary key
--   stars       INT, never NULL, from 1 to 5

-- TODO: write the statement
