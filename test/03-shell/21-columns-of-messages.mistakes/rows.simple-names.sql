-- Leaves out a column with a digit or a letter of another alphabet in its name.
SHOW COLUMNS FROM messages WHERE Field REGEXP '^[a-z_]+$';
