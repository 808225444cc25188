-- Show the columns of messages: name, type, and everything else the server says about them.

-- #region TODO: write the statement
DESCRIBE messages;
-- #endregion
