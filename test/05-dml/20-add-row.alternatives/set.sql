INSERT INTO messages SET conversation_id = 7000, sender = 'ai', content = 'Ready when you are.';
