-- Show the columns of messages: name, type, and everything else the server says about them.

-- TODO: write the statement
