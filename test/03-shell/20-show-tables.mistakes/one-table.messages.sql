SHOW TABLES LIKE 'messages'
