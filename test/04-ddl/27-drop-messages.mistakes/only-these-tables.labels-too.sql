DROP TABLE IF EXISTS messages, labels
