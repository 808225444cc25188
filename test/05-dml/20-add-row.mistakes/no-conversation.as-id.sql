INSERT INTO messages (id, sender, content) VALUES (7000, 'ai', 'Ready when you are.')
