-- Drives the server from a real Neovim, headless: hover, diagnostics, symbols, a code action, definition, rename.
-- Prints one line per check; the test compares. Neovim 0.7 has no pull diagnostics and no semantic tokens, so it also
-- shows how a poor client is served.
local out = {}
local function say(line) table.insert(out, line) end
local ok, problem = pcall(function()
  local id = vim.lsp.start_client({
    name = 'sourcelight',
    cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
    root_dir = vim.fn.getcwd(),
    init_options = { settings = { lint = { delay = 50, ignoreIn = 'text' } } },
  })
  vim.cmd('edit ' .. vim.env.ARTICLE)
  vim.bo.filetype = 'text'
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, id)
  vim.wait(20000, function() return vim.lsp.get_client_by_id(id) ~= nil and vim.lsp.get_client_by_id(id).initialized end, 20)

  local function position(words)
    for line, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local at = text:find(words, 1, true)
      if at then
        -- Positions go over the wire in UTF-16 units.
        return { line = line - 1, character = vim.str_utfindex(text, at) and select(2, vim.str_utfindex(text, at)) }
      end
    end
    error('not in the article: ' .. words)
  end
  local function ask(method, params)
    params = params or {}
    params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
    local answer = vim.lsp.buf_request_sync(buffer, method, params, 20000)
    return answer and answer[id] and answer[id].result
  end

  local hover = ask('textDocument/hover', { position = position('rebuild') })
  say('hover: ' .. (hover and (hover.contents.value):gsub('\n.*', '') or 'none'))

  vim.wait(10000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
  local codes = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(codes, (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code) or diagnostic.code or '?')
  end
  table.sort(codes)
  say('diagnostics: ' .. table.concat(codes, ' '))

  local names = {}
  for _, symbol in ipairs(ask('textDocument/documentSymbol') or {}) do table.insert(names, symbol.name) end
  say('symbols: ' .. table.concat(names, ' | '))

  local definition = ask('textDocument/definition', { position = position('She told') })
  local target = definition and (definition.targetRange or definition.range or (definition[1] and (definition[1].targetRange or definition[1].range)))
  say('definition: line ' .. (target and target.start.line or 'none'))

  local range = { start = position('Sources say'), ['end'] = position('Sources say') }
  local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = {} } }) or {}
  local chosen
  for _, action in ipairs(actions) do if action.title == 'Ignore here: source-bare' then chosen = action end end
  say('code action: ' .. (chosen and chosen.title or 'none'))
  local client = vim.lsp.get_client_by_id(id)
  if chosen and not chosen.edit then
    local answer = client.request_sync('codeAction/resolve', chosen, 20000, buffer)
    chosen = answer and answer.result or chosen
  end
  if chosen and chosen.edit then
    vim.lsp.util.apply_workspace_edit(chosen.edit, client.offset_encoding)
    local applied = 'no'
    for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      if line:find('sourcelight-disable-next-line source-bare', 1, true) then applied = 'yes' end
    end
    say('applied: ' .. applied)
    vim.wait(10000, function()
      for _, d in ipairs(vim.diagnostic.get(buffer)) do
        local code = (d.user_data and d.user_data.lsp and d.user_data.lsp.code) or d.code
        if code == 'source-bare' then return false end
      end
      return true
    end, 20)
    local left = 'no'
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      if ((d.user_data and d.user_data.lsp and d.user_data.lsp.code) or d.code) == 'source-bare' then left = 'yes' end
    end
    say('still reported: ' .. left)
  end
  vim.lsp.stop_client(id)
end)
if not ok then say('error: ' .. tostring(problem)) end
io.stdout:write(table.concat(out, '\n') .. '\n')
vim.cmd('qall!')
