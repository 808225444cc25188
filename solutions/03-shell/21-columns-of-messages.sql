-- Show the columns of messages: name, type, and the rest that the server says of each.

-- #region TODO: write the statement
DESCRIBE messages;
-- #endregion
