-- Show the title of conversation 7001, change it to  Kazan, two days , show it again. Then commit.
-- From the first look to the commit nobody else may change this row. All other rows stay unlocked.

-- #region TODO: write the script
START TRANSACTION;
SELECT title FROM conversations WHERE id = 7001 FOR UPDATE;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SELECT title FROM conversations WHERE id = 7001;
COMMIT;
-- #endregion
