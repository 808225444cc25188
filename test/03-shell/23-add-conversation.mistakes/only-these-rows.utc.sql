INSERT INTO conversations (title, created_at, updated_at) VALUES ('Shopping', UTC_TIMESTAMP(), UTC_TIMESTAMP());
