INSERT INTO conversations (id, title) VALUES (5, 'Shopping')
