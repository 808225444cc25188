SHOW CREATE TABLE conversations
