INSERT INTO messages VALUES (7000, 'ai', 'Ready when you are.')
