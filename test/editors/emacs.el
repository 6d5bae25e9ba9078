;; Drives the server from a real Emacs, headless, through Eglot: hover, diagnostics, symbols, definition, a code action
;; and its edit. Prints one line per check; the test compares. Eglot has no semantic tokens before 1.20 and asks for
;; code actions with and without resolve, so this is a client between the rich one and the poor one.
(require 'package)
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
  (add-to-list 'load-path folder))
(require 'eglot)
(require 'flymake)
(setq eglot-sync-connect 20 eglot-connect-timeout 30 eglot-send-changes-idle-time 0.05
      eglot-confirm-server-initiated-edits nil create-lockfiles nil make-backup-files nil
      ;; Everything that is written to a terminal would stand among the answers.
      inhibit-message t)

(defun say (name value) (princ (format "%s: %s\n" name value)))

(defun wait-until (holds)
  (let ((end (+ (float-time) 20)))
    (while (and (not (funcall holds)) (< (float-time) end)) (accept-process-output nil 0.05))))

(defun position (words)
  (goto-char (point-min))
  (search-forward words)
  (backward-char 2)
  (eglot--TextDocumentPositionParams))

(condition-case problem
    (progn
      (add-to-list 'eglot-server-programs
                   `(text-mode . (,(getenv "NODE") ,(getenv "SERVER") "--stdio"
                                  :initializationOptions (:settings (:lint (:delay 50 :ignoreIn "text"))))))
      (find-file (getenv "ARTICLE"))
      (text-mode)
      (apply #'eglot (eglot--guess-contact))
      (let ((server (eglot-current-server)))
        (say "server" (plist-get (eglot--server-info server) :name))

        (let ((hover (jsonrpc-request server :textDocument/hover (position "rebuild"))))
          (say "hover" (car (split-string (plist-get (plist-get hover :contents) :value) "\n"))))

        (flymake-start)
        (wait-until (lambda () (flymake-diagnostics)))
        (say "diagnostics"
             (mapconcat (lambda (d) (flymake-diagnostic-text d)) (flymake-diagnostics) " | "))

        (say "symbols"
             (mapconcat (lambda (s) (plist-get s :name))
                        (jsonrpc-request server :textDocument/documentSymbol
                                         (list :textDocument (eglot--TextDocumentIdentifier)))
                        " | "))

        (let* ((found (jsonrpc-request server :textDocument/definition (position "She told")))
               (first (if (vectorp found) (aref found 0) found))
               (range (or (plist-get first :targetSelectionRange) (plist-get first :range))))
          (say "definition" (plist-get (plist-get range :start) :line)))

        (let* ((at (plist-get (position "Sources") :position))
               (actions (jsonrpc-request server :textDocument/codeAction
                                         (list :textDocument (eglot--TextDocumentIdentifier)
                                               :range (list :start at :end at)
                                               :context (list :diagnostics []))))
               (chosen (seq-find (lambda (a) (equal (plist-get a :title) "Ignore here: source-bare")) actions)))
          (say "code action" (plist-get chosen :title))
          (unless (plist-get chosen :edit)
            (setq chosen (jsonrpc-request server :codeAction/resolve chosen)))
          (eglot--apply-workspace-edit (plist-get chosen :edit))
          (goto-char (point-min))
          (say "applied" (if (search-forward "sourcelight-disable-next-line source-bare" nil t) "yes" "no"))
          (eglot--signal-textDocument/didChange)
          (wait-until (lambda ()
                        (not (seq-some (lambda (d) (string-match-p "nothing tells" (flymake-diagnostic-text d)))
                                       (flymake-diagnostics)))))
          (say "still reported"
               (if (seq-some (lambda (d) (string-match-p "nothing tells" (flymake-diagnostic-text d)))
                             (flymake-diagnostics))
                   "yes" "no")))
        (set-buffer-modified-p nil)
        (eglot-shutdown server nil 5)
        (say "shut down" "yes")))
  (error (say "error" (error-message-string problem))))
(kill-emacs 0)
