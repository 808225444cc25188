CREATE TABLE ratings (message_id INT PRIMARY KEY, stars INT NOT NULL CHECK (stars IN (1, 2, 3, 4, 5)))
