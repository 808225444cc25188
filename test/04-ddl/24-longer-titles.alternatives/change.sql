ALTER TABLE conversations CHANGE title title VARCHAR(500) DEFAULT 'New conversation' NOT NULL;
