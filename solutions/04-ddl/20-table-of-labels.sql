-- Create a table labels, unless it is already there:
--   id    INT, the primary key, numbered by the server
--   name  VARCHAR(40), never NULL, never the same twice

-- #region TODO: write the statement
CREATE TABLE IF NOT EXISTS labels (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) NOT NULL UNIQUE
);
-- #endregion
