DROP TABLE IF EXISTS messages, conversations
