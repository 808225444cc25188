SHOW COLUMNS FROM messages LIKE '__%';
