alter table messages add key sender_then_time (sender asc, timestamp)
