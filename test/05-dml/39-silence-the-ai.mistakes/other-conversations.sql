DELETE FROM messages WHERE sender = 'ai'
