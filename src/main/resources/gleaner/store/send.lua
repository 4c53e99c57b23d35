-- Puts an answer into an outbox, once for each message that it answers.
--
-- KEYS[1]  the hash of the message or command that is answered
-- ARGV     1 the outbox's key, 2 the message's id, 3 the answer, 4 seconds after which an unread outbox is dropped, or '0'
-- Returns  1, or 0 where it had been sent before.
if redis.call('HSETNX', KEYS[1], 'sent', '1') == 0 then return 0 end
redis.call('XADD', ARGV[1], 'MAXLEN', '~', 100000, '*', 'to', ARGV[2], 'answer', ARGV[3])
if ARGV[4] ~= '0' then redis.call('EXPIRE', ARGV[1], ARGV[4]) end
return 1
