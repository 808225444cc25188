INSERT INTO messages (sender, content) VALUES ('ai', 'Ready when you are.')
