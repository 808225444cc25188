INSERT INTO conversations (id, title) VALUES (50001, 'Shopping')
