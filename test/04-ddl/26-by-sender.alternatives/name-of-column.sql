ALTER TABLE messages ADD INDEX sender (sender, timestamp);
