INSERT INTO conversations (title) VALUES (`Shopping`)
