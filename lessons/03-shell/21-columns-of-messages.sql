-- Show the columns of messages, each with the six things that a description of a table has,
-- from Field to Extra.

-- TODO: write the statement
