SELECT m.id, m.content FROM messages AS m
JOIN (SELECT AVG(CHAR_LENGTH(content)) AS average FROM messages) AS a ON CHAR_LENGTH(m.content) > a.average;
