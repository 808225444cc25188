-- This script creates a table and deletes the messages to see what the count says.
-- The table should stay, and the messages should come back. They don't. Fix the script.

-- TODO: fix the script
START TRANSACTION;
DELETE FROM messages;
CREATE TABLE notes (id INT PRIMARY KEY);
SELECT COUNT(*) AS n FROM messages;
ROLLBACK;
