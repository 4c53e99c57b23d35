-- The turns at a host of all processes: a hash with `next` (when the next request may start) and, of each request under
-- way, its name and until when it is thought to be. Times by the server's clock, in epoch milliseconds; expires by itself.
--
-- KEYS[1]  the host's
-- ARGV     1 what:
--          'ask', 2 name, 3 how many at most at the same time, 4 the gap between two starts, 5 the patience, 6 how long
--          it may last. Returns whether it was granted (1, 0), and after how many milliseconds it may start.
--          'leave', 2 name.
--          'close', 2 for how long nobody may start.
local key, what = KEYS[1], ARGV[1]
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function keep(time)
  if redis.call('PTTL', key) < time then redis.call('PEXPIRE', key, string.format('%.0f', time)) end
end

if what == 'leave' then
  redis.call('HDEL', key, ARGV[2])
  return 0
end

local nearest = tonumber(redis.call('HGET', key, 'next') or '0')

if what == 'close' then
  local time = tonumber(ARGV[2])
  if now + time > nearest then
    redis.call('HSET', key, 'next', string.format('%.0f', now + time))
    keep(time)
  end
  return 0
end

local running, all = 0, redis.call('HGETALL', key)
for i = 1, #all, 2 do
  if all[i] ~= 'next' then
    if tonumber(all[i + 1]) > now then running = running + 1 else redis.call('HDEL', key, all[i]) end
  end
end
local wait = math.max(0, nearest - now)
if wait > tonumber(ARGV[5]) or running >= tonumber(ARGV[3]) then return { 0, wait } end
local lasts = wait + tonumber(ARGV[6])
redis.call('HSET', key, ARGV[2], string.format('%.0f', now + lasts), 'next',
  string.format('%.0f', now + wait + tonumber(ARGV[4])))
keep(math.max(lasts, wait + tonumber(ARGV[4])))
return { 1, wait }
