SHOW COLUMNS FROM messages WHERE Field REGEXP '^[a-z_]+$';
