ALTER TABLE messages ADD INDEX by_sender (sender), ADD INDEX by_time (timestamp)
