import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'class-validator',
  title: 'class-validator',
  roles: ['validator'],
  checked: ['0.15.1'],
  evidence: 'export listing',
  exports: {
    'validate|validateOrReject': { call: { roles: ['validator'], async: true, args: { value: '0' } } },
    validateSync: { call: { roles: ['validator'], args: { value: '0' } } },
    'IsString|IsNotEmpty|IsEmail|IsInt|IsNumber|IsOptional|IsBoolean|IsArray|IsEnum|IsUUID|IsDate|IsDateString|IsUrl|IsDefined|IsObject|IsIn|Length|MinLength|MaxLength|Min|Max|Matches|ValidateNested|ValidateIf|ArrayMinSize|ArrayMaxSize|IsPositive|IsPhoneNumber|Validate|Allow': { decorate: { roles: ['validator'] } },
  },
});
