SELECT 'conversations' UNION SELECT 'messages'
