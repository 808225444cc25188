-- Create a table ratings:
--   message_id  INT, the primary key
--   stars       INT, never NULL, from 1 to 5

-- #region TODO: write the statement
CREATE TABLE ratings (
  message_id INT PRIMARY KEY,
  stars INT NOT NULL CHECK (stars BETWEEN 1 AND 5)
);
-- #endregion
