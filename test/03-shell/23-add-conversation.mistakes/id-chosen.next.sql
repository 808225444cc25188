INSERT INTO conversations (id, title) SELECT MAX(id) + 1, 'Shopping' FROM conversations;
