SELECT id, title
FROM conversations
WHERE is_archived = TRUE AND title <> 'untitled'
