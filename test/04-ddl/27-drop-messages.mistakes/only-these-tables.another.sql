DROP TABLE IF EXISTS messages, notes;
