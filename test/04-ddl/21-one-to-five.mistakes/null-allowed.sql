CREATE TABLE ratings (message_id INT PRIMARY KEY, stars INT CHECK (stars BETWEEN 1 AND 5))
