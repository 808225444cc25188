-- Show the columns of messages: name, type, and the rest that the server says of each.

-- TODO: write the statement
