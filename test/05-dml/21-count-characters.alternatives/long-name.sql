SELECT m.id, CHARACTER_LENGTH(m.content) characters FROM messages AS m;
