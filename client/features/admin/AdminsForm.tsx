import { Button, Checkbox, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adminFault } from '../../../shared/access/admins'
import { ADMIN_ROLES, type AdminRole } from '../../../shared/access/roles'
import type { PersonId } from '../../../shared/ids'
import { api } from '../../lib/api'
import type { AdminList } from '../../lib/api-types'
import { adminsQuery, meQuery } from '../../lib/query'
import { Avatar } from '../../ui/Avatar'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import panel from '../../ui/Panel.module.css'
import table from '../../ui/Table.module.css'
import classes from './AdminsForm.module.css'

/** Who holds which of the three roles, all changed at once: taking them apart moves several. */
export function AdminsForm({ list, me }: { list: AdminList; me: PersonId }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [apart, setApart] = useState(list.apart)
  const [people, setPeople] = useState(list.people)
  const save = useMutation({
    mutationFn: () => api.admins.assign({ apart, holders: people.filter(({ adminRoles }) => adminRoles.length > 0) }),
    onSuccess: (saved) => {
      queryClient.setQueryData(adminsQuery.queryKey, saved)
      return queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  const fault = adminFault(people, apart)
  const isGivenAway = !people.some(({ person, adminRoles }) => person === me && adminRoles.includes('securityAdmin'))

  const handleRole = (person: PersonId, role: AdminRole, holds: boolean) => {
    save.reset()
    const withRole = (roles: readonly AdminRole[]) => ADMIN_ROLES.filter((each) => (each === role ? holds : roles.includes(each)))
    setPeople(people.map((each) => (each.person === person ? { ...each, adminRoles: withRole(each.adminRoles) } : each)))
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (fault === null) save.mutate()
  }
  return (
    <form className={panel.panel} onSubmit={handleSubmit}>
      <Switch
        label={t('admins.apart')}
        description={t('admins.apartAbout')}
        checked={apart}
        onChange={(event) => {
          save.reset()
          setApart(event.currentTarget.checked)
        }}
      />
      <div className={table.card}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('admins.person')}</th>
              {ADMIN_ROLES.map((role) => (
                <th key={role} scope="col">
                  {t(`terms.adminRole.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, name, username, color, adminRoles, isOffice, joined }) => (
              <tr key={person}>
                <th scope="row" className={classes.row}>
                  <div className={classes.person}>
                    <Avatar name={name} color={color} />
                    <span>{name}</span>
                    <span className={table.muted}>
                      {[
                        username === name ? '' : username,
                        isOffice ? t('admins.office') : '',
                        joined ? '' : t('admins.notJoined'),
                      ]
                        .filter((fact) => fact !== '')
                        .join(' · ')}
                    </span>
                  </div>
                </th>
                {ADMIN_ROLES.map((role) => (
                  <td key={role}>
                    <Checkbox
                      aria-label={t('admins.holds', { name, role: t(`terms.adminRole.${role}`) })}
                      checked={adminRoles.includes(role)}
                      onChange={(event) => handleRole(person, role, event.currentTarget.checked)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className={fault === null ? classes.note : classes.fault}>
        {fault !== null
          ? t(`admins.fault.${fault}`)
          : save.isSuccess
            ? t('admins.saved')
            : isGivenAway
              ? t('admins.giveAway')
              : ''}
      </p>
      <ErrorNote error={save.error} />
      <div className={form.actions}>
        <Button type="submit" loading={save.isPending} disabled={fault !== null}>
          {t('admins.save')}
        </Button>
      </div>
    </form>
  )
}
