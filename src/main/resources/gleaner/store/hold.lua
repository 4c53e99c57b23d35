-- Makes somebody the one who speaks for a channel, or lets them stay it.
--
-- KEYS[1]  the holder's key
-- ARGV     1 who, 2 milliseconds after which another may; 0 to let go
-- Returns  1, or 0 where another holds it.
local now = redis.call('GET', KEYS[1])
if now and now ~= ARGV[1] then return 0 end
if ARGV[2] == '0' then redis.call('DEL', KEYS[1]) return 1 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
