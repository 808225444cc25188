ALTER TABLE messages ADD INDEX (sender, timestamp);
