SHOW TABLES LIKE 'conversations'
