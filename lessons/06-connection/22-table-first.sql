-- This script makes a table and deletes the messages to see what the count says.
-- The table is to stay, and the messages are to come back. They do not. Mend it.

-- TODO: mend the script
START TRANSACTION;
DELETE FROM messages;
CREATE TABLE notes (id INT PRIMARY KEY);
SELECT COUNT(*) AS n FROM messages;
ROLLBACK;
